/**
 * The pages of the two clients, as the build put them beside the classes: the console, and in the demo the mini-program
 * in a browser. Nothing here is data.
 */
@ApplicationModule(
        displayName = "页面",
        allowedDependencies = {"storage"})
@NullMarked
package io.qihang.pages;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
