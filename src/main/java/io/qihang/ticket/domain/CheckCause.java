package io.qihang.ticket.domain;

import org.jspecify.annotations.Nullable;

/** Why something did not pass by itself. */
public enum CheckCause {
    DOUBTFUL("微信建议人工看一看"),
    RISKY("微信认为有风险"),
    UNCHECKED("微信没有核对"),
    LISTED_WORD("微信没有核对，里面有词表里的词"),
    NO_VERDICT("微信半小时没有给出结果"),
    NOT_FETCHED("微信取不到这张图片"),
    NO_IMAGE("不是图片，微信不核对，请打开看过再定");

    private final String label;

    CheckCause(String label) {
        this.label = label;
    }

    /**
     * The cause as a member of staff reads it.
     *
     * @param kind the number WeChat gives what it found; null or unknown for none
     */
    String words(@Nullable Integer kind) {
        String found = kind == null ? "" : found(kind);
        return found.isEmpty() ? label : label + "（" + found + "）";
    }

    private static String found(int kind) {
        return switch (kind) {
            case 10001 -> "广告";
            case 20001 -> "时政";
            case 20002 -> "色情";
            case 20003 -> "辱骂";
            case 20006 -> "违法犯罪";
            case 20008 -> "欺诈";
            case 20012 -> "低俗";
            case 20013 -> "版权";
            default -> "";
        };
    }
}
