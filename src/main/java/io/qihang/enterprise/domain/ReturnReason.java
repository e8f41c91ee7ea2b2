package io.qihang.enterprise.domain;

import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;

/** Why a registration is given back. */
public enum ReturnReason {
    CODE_OR_NAME("代码或名称与营业执照不一致"),
    NOT_IN_THIS_UNIT("不在本乡镇（街道），请改选所在单位"),
    LICENCE_UNREADABLE("营业执照看不清或不完整"),
    CONTACT_UNREACHABLE("联系不上，请核对联系人和电话"),
    OTHER("其他，见说明");

    private final String label;

    ReturnReason(String label) {
        this.label = label;
    }

    /** The Chinese words. */
    public String label() {
        return label;
    }

    static String join(List<ReturnReason> reasons) {
        return reasons.stream().distinct().map(Enum::name).collect(Collectors.joining(","));
    }

    static List<ReturnReason> split(String joined) {
        return Arrays.stream(joined.split(","))
                .filter(it -> !it.isEmpty())
                .map(ReturnReason::valueOf)
                .toList();
    }
}
