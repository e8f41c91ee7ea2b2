package io.qihang.wechat;

import java.io.IOException;
import java.net.ConnectException;
import java.net.NoRouteToHostException;
import java.net.UnknownHostException;
import java.util.Set;
import javax.net.ssl.SSLHandshakeException;
import me.chanjar.weixin.common.error.WxErrorException;
import org.apache.http.conn.ConnectTimeoutException;

/** Why a call gave no answer to go on with, and whether WeChat may have acted on it. Tells no address and no content. */
final class WeChatFailure extends Exception {

    private static final Set<Integer> TOKEN_CODES = Set.of(40001, 40014, 42001);
    private static final int BUSY = -1;
    private static final int NO_BODY = -99;

    enum Kind {
        /** WeChat said no: it did nothing. */
        REFUSED,
        /** The call never left us: WeChat did nothing. */
        NOT_SENT,
        /** It left, and what came back does not tell whether WeChat acted. */
        UNCLEAR
    }

    private final Kind kind;
    private final int errcode;

    private WeChatFailure(Kind kind, int errcode, String message) {
        super(message, null, false, false);
        this.kind = kind;
        this.errcode = errcode;
    }

    /** An answer that lacks what it must hold. */
    static WeChatFailure meaningless() {
        return new WeChatFailure(Kind.UNCLEAR, 0, "an answer without meaning");
    }

    /** The call could not be made for want of a token. */
    static WeChatFailure withoutToken(Exception cause) {
        int code =
                cause instanceof WxErrorException refused ? refused.getError().getErrorCode() : 0;
        return new WeChatFailure(Kind.NOT_SENT, code, "no access token: " + words(cause));
    }

    /** The same failure of a call for a token: the call that needs the token was not made. */
    WeChatFailure beforeTheCall() {
        return new WeChatFailure(Kind.NOT_SENT, errcode, "no access token: " + getMessage());
    }

    /** What any of WxJava's ways to fail means. */
    static WeChatFailure of(Exception cause) {
        if (cause instanceof WxErrorException refused) {
            int code = refused.getError().getErrorCode();
            boolean unclear = code == BUSY || code == NO_BODY;
            return new WeChatFailure(unclear ? Kind.UNCLEAR : Kind.REFUSED, code == NO_BODY ? 0 : code, words(cause));
        }
        Throwable root = cause;
        while (!(root instanceof IOException) && root.getCause() != null) root = root.getCause();
        return new WeChatFailure(neverLeft(root) ? Kind.NOT_SENT : Kind.UNCLEAR, 0, words(root));
    }

    private static boolean neverLeft(Throwable failure) {
        return failure instanceof ConnectException
                || failure instanceof ConnectTimeoutException
                || failure instanceof UnknownHostException
                || failure instanceof NoRouteToHostException
                || failure instanceof SSLHandshakeException;
    }

    private static String words(Throwable cause) {
        return cause instanceof WxErrorException refused
                ? "errcode " + refused.getError().getErrorCode()
                : cause.getClass().getSimpleName();
    }

    Kind kind() {
        return kind;
    }

    /** WeChat's errcode; 0 when it gave none. */
    int errcode() {
        return errcode;
    }

    /** Whether the access token was at fault, so that a new one may help. */
    boolean blamesToken() {
        return kind == Kind.REFUSED && TOKEN_CODES.contains(errcode);
    }
}
