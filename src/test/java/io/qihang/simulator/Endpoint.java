package io.qihang.simulator;

import org.jspecify.annotations.Nullable;

/** One of WeChat's server calls. */
interface Endpoint {

    String path();

    /** Whom and which template a request is about, as far as it says; never fails. */
    default Subject subject(WireRequest request) {
        return Subject.NOBODY;
    }

    /** Does the work, or throws {@link WxError}. */
    Reply handle(Call call);

    /** Errors leave as this one's own kind of answer. */
    default Reply refuse(WxError error, String rid) {
        return Reply.error(error.errcode(), error.errmsg(), rid);
    }

    /** What faults match on. */
    record Subject(@Nullable String openid, @Nullable String templateId) {

        static final Subject NOBODY = new Subject(null, null);
    }
}
