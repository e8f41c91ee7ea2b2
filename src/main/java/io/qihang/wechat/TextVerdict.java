package io.qihang.wechat;

/** What one attempt to have a text checked came to. */
public sealed interface TextVerdict {

    /** Others may see it. */
    record Passed() implements TextVerdict {}

    /**
     * A person has to look at it.
     *
     * @param label what WeChat finds in it, 20001 politics, 21000 other
     */
    record Doubtful(int label) implements TextVerdict {}

    /**
     * Nobody should see it.
     *
     * @param label as of {@link Doubtful}; 0 when WeChat only says no
     */
    record Risky(int label) implements TextVerdict {}

    /** WeChat checks no text of this person now: it does not know them, or they have not been here for two hours. */
    record Unchecked(int errcode) implements TextVerdict {}

    /** It was not checked and may be tried again. */
    record Later(int errcode) implements TextVerdict {}
}
