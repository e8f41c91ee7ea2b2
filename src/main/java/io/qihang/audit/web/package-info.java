@NullMarked
package io.qihang.audit.web;

import org.jspecify.annotations.NullMarked;
