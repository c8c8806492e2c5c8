package org.anchang.customer.printing;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.anchang.kit.paper.Template;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PaperTemplatesRulesTest {
    private static final Path TEMPLATES = Path.of("src/main/resources/papers");

    @ParameterizedTest(name = "{0}")
    @CsvSource(
            delimiter = '|',
            value = {
                "loss-report | 16 | 未成交客户分析报告 未成交客户编号 业务员 第一次来访日期 最后一次来访日期 客户资料 客户姓名 性别 年龄 家庭人口 出生日期 联系电话 联系地址"
                        + " 购房目的 自用 为家人购 为他人购 投资 主要异议 地段 单价 总价 房型 景观 楼层 付款方式 付款方式 职业 现住区域 第几次置业 一次 二次 多次"
                        + " 自首次看房至放弃时间 天 家庭收入 咨询物业资料 坐落位置 房屋类别 住宅 小户型 商铺 其他 建筑面积 花园面积 其他面积 物业类型 电梯多层 楼梯多层"
                        + " 小高层 高层 叠加 联排 独栋 房型 1/1 2/2 2/3 4/2 其他 来访/回访时间 来访及回访内容 客户反应 客户未购买原因分析 如放弃你不觉得可惜吗"
                        + " 备注 行距16 按业务员分类装订成册 XLY-ZS001",
                "customer-dossier | 22 | 客户信息档案 客户姓名 销售人员 基本信息 1、性别 2、通讯地址 3、公司名称及地址 4、办公电话 5、家庭电话 6、移动电话 7、籍贯"
                        + " 8、教育背景 家庭信息 9、家庭状况 10、婚姻状况 11、配偶信息 12、配偶教育背景 13、配偶兴趣 14、父母状况 15、子女状况 16、家庭中最亲密的人"
                        + " 个人生活、安全信息 17、最偏好的就餐地点 18、偏爱购物场所 19、最偏爱的菜式 20、饮酒 21、抽烟 22、健康状况 23、远行交通工具 24、所属的社会组织"
                        + " 25、社交热衷程度 个人房产状况 26、现居住状况 27、现房产投资状况 是否有下一步投资房产的打算 28、理想居住状况 A、社区规划 B、户型设计 C、周边配套要求"
                        + " D、社区配套方面 E、绿化景观方面 F、产品品质感方面 G、品牌及发展商实力 29、由于何种原因而购房 30、在我处购买物业的具体情况 31、对建业房产的了解"
                        + " 32、对小区其他业主的素质是否在意 受社会尊重信息 33、职位 34、汽车品牌 35、车牌号 36、服饰讲究 37、信息主要来源 38、最佩服的人 自我认同价值"
                        + " 39、事业目标（长期） （短期） 40、个人目标（长期） （短期） 41、自认为最得意的事 42、主见"
            })
    @DisplayName("PAP-1 a sheet has the fields of the office's form in its words and order, its rows as high")
    void words(String paper, int rowHeight, String words) throws IOException {
        var source = Files.readString(TEMPLATES.resolve(paper + ".paper"));
        var at = source.indexOf("title");
        for (var word : words.split(" ")) {
            var found = source.indexOf(word, at);
            assertThat(found).as("%s behind %s", word, source.substring(0, at)).isNotNegative();
            at = found + word.length();
        }
        assertThat(Template.named(paper).rowHeight()).isEqualTo(rowHeight);
    }
}
