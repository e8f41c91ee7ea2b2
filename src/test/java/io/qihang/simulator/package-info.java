/**
 * A stand-in for WeChat's mini-program server that speaks real HTTP on this machine only. It is test scope: the
 * production jar never holds it. Start it with {@link io.qihang.simulator.WeChatSimulator#start}.
 */
@NullMarked
package io.qihang.simulator;

import org.jspecify.annotations.NullMarked;
