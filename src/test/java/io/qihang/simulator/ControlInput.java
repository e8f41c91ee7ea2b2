package io.qihang.simulator;

import tools.jackson.core.JacksonException;

/** What a control call brings along; anything wrong with it is told in Chinese. */
record ControlInput(WireRequest request) {

    /** The body, where none at all counts as an empty object. */
    <T> T read(Class<T> type) {
        return Json.read(request.body().isBlank() ? "{}" : request.body(), type);
    }

    /** A query parameter, or the empty string. */
    String optional(String name) {
        return request.query(name);
    }

    String required(String name) {
        String value = request.query(name);
        if (value.isEmpty()) {
            throw new IllegalArgumentException("请在网址里给出 " + name + "。");
        }
        return value;
    }

    long number(String name, long whenAbsent) {
        String value = request.query(name);
        if (value.isEmpty()) {
            return whenAbsent;
        }
        if (!value.matches("\\d{1,9}")) {
            throw new IllegalArgumentException(name + " 要写成数字。");
        }
        return Long.parseLong(value);
    }

    /** Why a body could not be read. */
    static String reason(JacksonException unreadable) {
        Throwable cause = unreadable.getCause();
        return cause instanceof IllegalArgumentException
                ? String.valueOf(cause.getMessage())
                : unreadable.getOriginalMessage();
    }
}
