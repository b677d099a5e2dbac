package dev.skillladder.assessment.report;

import dev.skillladder.contract.Text;
import java.util.List;

/** The languages a report can be had in. */
enum Language {
    /** Chinese. */
    ZH(
            "工号",
            "姓名",
            "团队",
            "岗位",
            "已确认级别",
            "已验证级别",
            "可能级别",
            "已验证级别的概率（下界）",
            "已确认级别的概率（上界）",
            "状态",
            "截止日期",
            "能力框架",
            "框架版本",
            "人工改定",
            "计算时间"),
    /** English. */
    EN(
            "employee number",
            "name",
            "team",
            "role",
            "confirmed",
            "verified",
            "possible",
            "p_low",
            "p_high",
            "state",
            "as of",
            "framework",
            "version",
            "override",
            "computed at");

    private final String headers;

    Language(String... headers) {
        this.headers = String.join("\n", headers);
    }

    List<String> headers() {
        return headers.lines().toList();
    }

    String of(Text text) {
        return this == ZH ? text.zh() : text.en();
    }

    /** Whether a person confirmed another level than was verified then. */
    String override(boolean override) {
        return override ? (this == ZH ? "是" : "yes") : "";
    }

    /** What ends a report that broke off, since the status was sent long before. */
    String incomplete() {
        return this == ZH ? "报告不完整：生成中断，请重新下载" : "INCOMPLETE: the report broke off; download it again";
    }
}
