package io.qihang.wechat;

/** What one attempt to give an image to be checked came to. */
public sealed interface ImageGiven {

    /**
     * WeChat looks at it and tells by {@link MediaChecked} within half an hour.
     *
     * @param traceId the check's number
     */
    record Taken(String traceId) implements ImageGiven {}

    /** WeChat does not check it: the person has not been here for two hours, or the image was given too often. */
    record Unchecked(int errcode) implements ImageGiven {}

    /** It was not taken and may be given again. */
    record Later(int errcode) implements ImageGiven {}
}
