/** The plan as the document has it, how it comes in, and how it reads beside what was counted. */
@NullMarked
package io.qihang.plan.domain;

import org.jspecify.annotations.NullMarked;
