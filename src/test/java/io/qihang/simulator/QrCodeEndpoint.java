package io.qihang.simulator;

import java.util.Set;
import java.util.function.Supplier;
import java.util.regex.Pattern;
import tools.jackson.databind.JsonNode;

/** {@code POST /wxa/getwxacodeunlimit}, whatever the Content-Type: a QR code that reads {@code page?scene=…}. */
final class QrCodeEndpoint implements Endpoint {

    static final String PATH = "/wxa/getwxacodeunlimit";
    private static final String HOME = "pages/index/index";
    private static final Pattern SCENE = Pattern.compile("[0-9A-Za-z!#$&'()*+,/:;=?@\\-._~]+");
    private static final int SCENE_LONGEST = 32;
    private static final Set<String> VERSIONS = Set.of("release", "trial", "develop");
    private static final int WIDTH = 430;
    private static final int NARROWEST = 280;
    private static final int WIDEST = 1_280;

    private final Supplier<AppSetup> app;
    private final Tokens tokens;
    private final RateLimits limits;

    QrCodeEndpoint(Supplier<AppSetup> app, Tokens tokens, RateLimits limits) {
        this.app = app;
        this.tokens = tokens;
        this.limits = limits;
    }

    @Override
    public String path() {
        return PATH;
    }

    @Override
    public Reply handle(Call call) {
        call.requirePost();
        tokens.check(call.query("access_token"));
        limits.count(PATH);
        JsonNode body = Json.objectOrMissing(call.request().body());
        String scene = body.path("scene").asString("");
        if (scene.isEmpty() || scene.length() > SCENE_LONGEST) {
            throw new WxError(Errcode.SCENE_TOO_LONG);
        }
        if (!SCENE.matcher(scene).matches()) {
            throw new WxError(Errcode.INVALID_SCENE);
        }
        if (scene.contains("scancode_time")) {
            throw new WxError(Errcode.RESERVED_PARAMETER);
        }
        int width = body.path("width").asInt(WIDTH);
        if (!VERSIONS.contains(body.path("env_version").asString("release")) || width < NARROWEST || width > WIDEST) {
            throw new WxError(Errcode.INVALID_ARGS);
        }
        String page = body.path("page").asString("");
        boolean wrong = page.startsWith("/") || page.contains("?");
        boolean checked = body.path("check_path").asBoolean(true) && !page.isEmpty();
        if (wrong || (checked && !app.get().hasReleased(page))) {
            throw new WxError(Errcode.INVALID_PAGE);
        }
        return Reply.png(QrCode.png((page.isEmpty() ? HOME : page) + "?scene=" + scene, width));
    }
}
