package io.qihang.simulator;

/** WeChat refuses a call: HTTP 200 with this errcode. */
final class WxError extends RuntimeException {

    private final int errcode;
    private final String errmsg;

    WxError(Errcode errcode) {
        this(errcode, errcode.text());
    }

    WxError(Errcode errcode, String errmsg) {
        super(errmsg, null, false, false);
        this.errcode = errcode.code();
        this.errmsg = errmsg;
    }

    int errcode() {
        return errcode;
    }

    String errmsg() {
        return errmsg;
    }
}
