package org.anchang.customer.importing.row;

import java.util.List;
import org.anchang.kit.sheet.KnownColumn;

/// What a file is about, and the columns that it may have.
public enum ImportKind {
    CUSTOMERS(List.of(
            required(Field.NAME),
            optional(Field.PHONE),
            optional(Field.NUMBER),
            optional(Field.GENDER),
            optional(Field.CHANNEL),
            optional(Field.SOURCE),
            optional(Field.GRADE),
            optional(Field.CONSULTANT),
            optional(Field.INTRODUCER),
            optional(Field.DATE),
            optional(Field.AUTHOR),
            optional(Field.TAGS),
            optional(Field.NOTE))),
    FOLLOW_UPS(List.of(
            optional(Field.PHONE),
            optional(Field.NUMBER),
            optional(Field.NAME),
            required(Field.DATE),
            new Column(Field.AUTHOR, false, OtherWords.OF_TALKERS),
            optional(Field.WAY),
            required(Field.SAID),
            optional(Field.RESPONSE),
            optional(Field.SATISFIED),
            optional(Field.DISSATISFIED),
            optional(Field.RESISTANCE),
            optional(Field.GRADE))),
    VISITS(List.of(
            optional(Field.PHONE),
            optional(Field.NUMBER),
            optional(Field.NAME),
            required(Field.DATE),
            new Column(Field.AUTHOR, false, OtherWords.OF_RECEIVERS),
            new Column(Field.NOTE, false, OtherWords.OF_VISITS)));

    /// What stands in a column.
    public enum Field {
        NAME(100, "姓名 客户姓名 客户名称 客户 名字 业主姓名 客户名 name customer_name customer"),
        PHONE(40, "电话 手机 手机号 手机号码 联系电话 电话号码 联系方式 客户电话 移动电话 客户手机 phone mobile tel telephone"),
        NUMBER(40, "原编号 客户编号 原客户编号 编号 客户号 系统编号 客户ID id number customer_number"),
        GENDER(10, "性别 gender sex"),
        CHANNEL(20, "渠道 获客渠道 来源渠道 接触方式 来访方式 客户渠道 channel"),
        SOURCE(40, "来源 客户来源 认知途径 获知途径 认知渠道 信息来源 媒体 source"),
        GRADE(10, "意向等级 意向 客户等级 等级 级别 意向级别 grade intent_grade"),
        CONSULTANT(100, "置业顾问 顾问 销售顾问 归属顾问 归属人 销售员 销售 业务员 consultant owner"),
        INTRODUCER(40, "介绍人电话 介绍人 推荐人电话 推荐人 老业主电话 introducer"),
        DATE(
                40,
                "日期 时间 登记日期 登记时间 录入日期 录入时间 建档日期 创建时间 首访日期 首访时间 首次来访日期 首次到访日期 "
                        + "跟进日期 跟进时间 回访日期 回访时间 来访日期 来访时间 到访日期 到访时间 接待日期 接待时间 date time registered_at registered_on"),
        AUTHOR(100, "登记人 录入人 创建人 填写人 建档人 author registered_by"),
        TAGS(300, "标签 客户标签 标记 tags tag"),
        NOTE(2000, "备注 说明 客户描述 描述 note remark"),
        WAY(20, "跟进方式 方式 回访方式 沟通方式 way"),
        SAID(2000, "跟进内容 内容 回访内容 沟通内容 洽谈内容 跟进记录 跟进情况 content said"),
        RESPONSE(2000, "客户反应 反馈 客户反馈 response"),
        SATISFIED(2000, "满意点 满意之处 satisfied"),
        DISSATISFIED(2000, "不满意点 不满意之处 dissatisfied"),
        RESISTANCE(2000, "抗性 购买抗性 阻力 resistance");

        private final int longest;
        private final List<String> headings;

        Field(int longest, String headings) {
            this.longest = longest;
            this.headings = List.of(headings.split(" "));
        }

        public int longest() {
            return longest;
        }

        /// Whether what the spreadsheet made of it must be what was typed.
        public boolean isName() {
            return this == NAME || this == PHONE || this == NUMBER || this == INTRODUCER;
        }
    }

    /// A column of a kind of file, by the headings under which older systems write it.
    public record Column(Field field, boolean isRequired, List<String> headings) implements KnownColumn {}

    private final List<Column> columns;

    ImportKind(List<Column> columns) {
        this.columns = columns;
    }

    public List<Column> columns() {
        return columns;
    }

    private static Column required(Field field) {
        return new Column(field, true, field.headings);
    }

    private static Column optional(Field field) {
        return new Column(field, false, field.headings);
    }

    /// Where a word means something else than in the list of customers.
    private static final class OtherWords {
        static final List<String> OF_TALKERS = List.of("跟进人 回访人 置业顾问 顾问 销售顾问 销售 录入人 登记人 author consultant".split(" "));
        static final List<String> OF_RECEIVERS =
                List.of("接待人 接待顾问 置业顾问 顾问 销售顾问 销售 录入人 登记人 receiver author consultant".split(" "));
        static final List<String> OF_VISITS =
                List.of("备注 来访记录 接待内容 接待记录 到访内容 来访内容 内容 说明 note content remark".split(" "));

        private OtherWords() {}
    }
}
