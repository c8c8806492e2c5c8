package org.anchang.deal.printing;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.anchang.kit.paper.Template;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PaperTemplatesRulesTest {
    private static final Path TEMPLATES = Path.of("src/main/resources/papers");
    private static final Path BOOK = Path.of("../docs/papers.md");
    private static final Pattern FIELD = Pattern.compile("\\| `([\\w.]+)` \\|.*");

    @ParameterizedTest(name = "{0}")
    @CsvSource(
            delimiter = '|',
            value = {
                "swap | 调房申请单 业主姓名 定房日期 客户购房情况 原房号 原户型 原面积 调房后房号 调房后户型 调房后面积 原单价 原总房款 调房日期 调房后单价 调房后总房款"
                        + " 置业顾问签字 调房申请人签字 申请理由 经办人签字 销售部意见 负责人签字 总经理意见 负责人签字 财务部意见 负责人签字 备注",
                "rename | 更名申请单 客户姓名 拟更换客户姓名 定房日期 客户购房情况 房号 户型 面积 单价 总房款 更名日期 业主签字 更名业主签字 置业顾问签字 申请理由"
                        + " 经办人签字 销售部意见 总经理意见 财务部意见 备注",
                "discount | 特惠申请单 客户姓名 定房日期 客户购房情况 房号 户型 面积 正常优惠额 原单价 原总房款 申请优惠额 优惠后单价 优惠后总房款 付款方式 置业顾问"
                        + " 申请理由 客户签字 销售部意见 总经理意见 财务部意见 备注",
                "refund | 退房申请单 向贵公司购买（预定） 已支付房款 现因 特向贵公司申请退房，并同意支付违约金 贵公司可将此房另行出售，所得收益归贵公司所有，与本人无关。"
                        + " 特此申请。 申请人 置业顾问 销售统计员 销售部经理意见 公司负责人意见 财务部意见 财务部已退款 原№ 收据已收回 本人收到 所退房款 客户签名"
                        + " 备注：本申请书一式两份，销售部与财务部各一份。",
                "quarter-progress | 季度全案进度掌控表（案场经理版） 周别 日期 计划进度 本周户数 本周总销 累计户数 累计总销 实际进度 本周户数 本周总销 累计户数"
                        + " 累计总销 完成进度比例 房源编号",
                "layout-change | 户型结构变更申请表 改动户型施工编号 联系方式 客户姓名 物业座落 改动要求 变更申请人签字 置业顾问签字 业主签字 财务部意见 销售部意见"
                        + " 工程部意见 变更产生费用 审算人员签字 公司总经理意见 改造情况检查记录 检查人签字",
                "deal-report | 客户成交报告 客户编号 成交业务员 排号日期 认购日期 签约日期 客户资料 客户姓名 性别 年龄 家庭人口 出生日期 联系电话 联系地址 购房目的"
                        + " 自用 为家人购 为他人购 投资 主要异议 地段 单价 总价 户型 景观 楼层 付款方式 付款方式 职业 现住区域 第几次置业 一次 二次 多次"
                        + " 自首次看房至大定时间 天 家庭收入 物业资料 坐落位置 房屋类别 住宅 小户型 商铺 其他 建筑面积 花园面积 其他面积 物业类型 电梯多层 楼梯多层"
                        + " 小高层 高层 叠加 联排 独栋 房型 1/1 2/2 2/3 4/2 5/2 其他 其他信息 来访渠道 日报 晚报 电视 路过 听说 老带新 单页 户外 来访次数"
                        + " 一次 二次 三次 四次 五次 五次以上 周边是否还有朋友需求购房 是 否 不确定 备注 行距25 案场留底 CLY-ZS001"
            })
    @DisplayName("PAP-1 a sheet has the fields of the office's form in its words and order")
    void words(String paper, String words) throws IOException {
        var source = Files.readString(TEMPLATES.resolve(paper + ".paper"));
        var at = 0;
        for (var word : words.split(" ")) {
            var found = source.indexOf(word, at);
            assertThat(found).as("%s behind %s", word, source.substring(0, at)).isNotNegative();
            at = found + word.length();
        }
        assertThat(Template.named(paper).rowHeight()).isEqualTo(paper.equals("quarter-progress") ? 22 : 25);
    }

    @Test
    @DisplayName("PAP-2 docs/papers.md tells of each field where it comes from, and of no other")
    void book() throws IOException {
        var told = new TreeMap<String, TreeSet<String>>();
        var paper = "";
        for (var line : Files.readAllLines(BOOK)) {
            var row = FIELD.matcher(line);
            if (line.startsWith("## ")) {
                paper = line.replaceAll(".*`(.+)`.*", "$1");
            } else if (row.matches()) {
                told.computeIfAbsent(paper, _ -> new TreeSet<>()).add(row.group(1));
            }
        }
        var shown = new TreeMap<String, TreeSet<String>>();
        for (var file : templatesOfAllServices()) {
            var name = file.getFileName().toString().replace(".paper", "");
            shown.put(
                    name,
                    new TreeSet<>(Template.read(name, Files.readString(file)).fields()));
        }
        assertThat(told).isEqualTo(shown);
    }

    private static List<Path> templatesOfAllServices() throws IOException {
        var found = new ArrayList<Path>();
        try (Stream<Path> services = Files.list(Path.of(".."))) {
            for (var papers : services.map(service -> service.resolve(TEMPLATES))
                    .filter(Files::isDirectory)
                    .toList()) {
                try (Stream<Path> files = Files.list(papers)) {
                    files.forEach(found::add);
                }
            }
        }
        return found;
    }
}
