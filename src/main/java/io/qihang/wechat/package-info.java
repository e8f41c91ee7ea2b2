/**
 * WeChat's server as the rest of the system sees it: who logs in, which phone number is theirs, one subscribe message
 * out, whether others may see a text or an image, and what WeChat pushes in. The only module that knows WxJava; it keeps a push only until it is worked
 * off, for what WeChat tells belongs to the module that asked.
 */
@ApplicationModule(
        displayName = "微信",
        allowedDependencies = {"platform", "platform::*", "access"})
@NullMarked
package io.qihang.wechat;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
