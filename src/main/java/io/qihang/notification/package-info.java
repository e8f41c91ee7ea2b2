/**
 * Messages to persons: the inbox always, a WeChat subscribe message to those who asked for it, and one end state per
 * recipient. Knows recipients and templates, never businesses: the business writes the words and says to whom. Whom WeChat
 * does not reach the commissioner tells in person; a text message, once a county pays for one, goes between the two, taken
 * by whoever is {@code UNSUBSCRIBED} or {@code FAILED}, with a lane and an end state of its own.
 */
@ApplicationModule(
        displayName = "消息",
        allowedDependencies = {"platform", "platform::*", "access", "identity", "region", "wechat"})
@NullMarked
package io.qihang.notification;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
