package io.qihang.simulator;

import java.util.Arrays;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;

/** The error codes the simulated calls answer with, and WeChat's English text for each. */
enum Errcode {
    SYSTEM(-1, "system error"),
    OK(0, "ok"),
    INVALID_CREDENTIAL(40001, "invalid credential, access_token is invalid or not latest"),
    INVALID_GRANT_TYPE(40002, "invalid grant_type"),
    INVALID_OPENID(40003, "invalid openid"),
    INVALID_MEDIA_TYPE(40004, "invalid media type"),
    INVALID_APPID(40013, "invalid appid"),
    MALFORMED_TOKEN(40014, "invalid access_token"),
    INVALID_CODE(40029, "invalid code"),
    INVALID_TEMPLATE(40037, "invalid template_id"),
    INVALID_URL(40066, "invalid url"),
    INVALID_ARGS(40097, "invalid args"),
    INVALID_SECRET(40125, "invalid appsecret"),
    INVALID_SCENE(40129, "invalid scene"),
    CODE_USED(40163, "code been used"),
    IP_NOT_ALLOWED(40164, "invalid ip, not in whitelist"),
    INVALID_PATH(40165, "invalid weapp pagepath"),
    SCENE_TOO_LONG(40169, "invalid length for scene, or the data is not json string"),
    INVALID_QUERY(40212, "invalid query"),
    RISKY_USER(40226, "code blocked"),
    TOKEN_MISSING(41001, "access_token missing"),
    APPID_MISSING(41002, "appid missing"),
    SECRET_MISSING(41004, "appsecret missing"),
    CODE_MISSING(41008, "missing code"),
    INVALID_PAGE(41030, "invalid page"),
    TOKEN_EXPIRED(42001, "access_token expired"),
    GET_REQUIRED(43001, "require GET method"),
    POST_REQUIRED(43002, "require POST method"),
    NOT_SUBSCRIBED(43101, "user refuse to accept the msg"),
    TEMPLATE_BANNED(43107, "subscribe message capability or template is banned"),
    CONCURRENT_SENDS(43108, "Cannot make concurrent calls to the same OpenID, please try again"),
    EMPTY_CONTENT(44002, "empty post data"),
    SECOND_LIMIT(44990, "reach max api second frequence limit"),
    CHECK_MINUTE_LIMIT(44991, "reach max api minute frequence limit"),
    LINK_DAY_LIMIT(44993, "reach max generate wxa link day limit"),
    CONTENT_TOO_LONG(45002, "content size out of limit"),
    DAILY_LIMIT(45009, "reach max api daily quota limit"),
    MINUTE_LIMIT(45011, "api minute-quota reach limit, must slower, retry next minute"),
    SENSITIVE_WORD(45168, "message contains sensitive word"),
    DATA_FORMAT(47001, "data format error"),
    INVALID_ARGUMENT(47003, "argument invalid!"),
    CLEAR_QUOTA_LIMIT(48006, "forbid to clear quota because of reaching the limit"),
    NOT_ACTIVE(61010, "code is expired"),
    UNKNOWN_RID(76001, "rid not found"),
    UNKNOWN_CGI_PATH(76021, "cgi_path not found, please check"),
    RESERVED_PARAMETER(85096, "not allow include scancode_time field"),
    INVALID_TIME(85401, "invalid expire time"),
    INVALID_ENV(85402, "invalid env_version"),
    RISKY_CONTENT(87014, "risky content"),
    REPEATED_MEDIA(87020, "media check too frequently");

    private static final Map<Integer, Errcode> BY_CODE =
            Arrays.stream(values()).collect(Collectors.toUnmodifiableMap(Errcode::code, Function.identity()));

    private final int code;
    private final String text;

    Errcode(int code, String text) {
        this.code = code;
        this.text = text;
    }

    int code() {
        return code;
    }

    String text() {
        return text;
    }

    /** WeChat's text for a code, or a neutral one for a code that is not listed here. */
    static String textOf(int code) {
        Errcode known = BY_CODE.get(code);
        return known == null ? "error" : known.text;
    }
}
