@NullMarked
package io.qihang.identity.web;

import org.jspecify.annotations.NullMarked;
