package io.qihang.simulator;

/** The checks every call with appid and secret begins with. */
record Account(String appid, String secret) {

    /** Throws WeChat's refusal unless all three are right. */
    void check(String givenAppid, String givenSecret, String grantType, String expectedGrantType) {
        if (givenAppid.isEmpty()) {
            throw new WxError(Errcode.APPID_MISSING);
        }
        if (givenSecret.isEmpty()) {
            throw new WxError(Errcode.SECRET_MISSING);
        }
        if (!grantType.equals(expectedGrantType)) {
            throw new WxError(Errcode.INVALID_GRANT_TYPE);
        }
        if (!givenAppid.equals(appid)) {
            throw new WxError(Errcode.INVALID_APPID);
        }
        if (!givenSecret.equals(secret)) {
            throw new WxError(Errcode.INVALID_SECRET);
        }
    }
}
