package io.qihang.simulator;

/** How an answer leaves, or does not leave, the simulator. */
sealed interface Delivery {

    /** The answer as it is. */
    record Whole(Reply reply) implements Delivery {}

    /** The whole head, so many bytes of the body, then the end of the connection. */
    record Truncated(Reply reply, int bytes) implements Delivery {}

    /** The whole answer, but so slowly. */
    record Drip(Reply reply, int bytesPerSecond) implements Delivery {}

    /** TCP RST. */
    record Reset() implements Delivery {}

    /** TCP FIN. */
    record Closed() implements Delivery {}
}
