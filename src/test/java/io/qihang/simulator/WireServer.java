package io.qihang.simulator;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.BindException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.SocketTimeoutException;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Function;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * A small HTTP server on 127.0.0.1 that can also break a connection in every way a network does. The JDK's own HTTP
 * server hides its sockets and so cannot reset one.
 */
final class WireServer implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(WireServer.class);
    private static final int BACKLOG = 1_024;
    private static final int FULL_AFTER_MS = 100;
    private static final int REBINDS = 20;
    private static final byte[] LOOPBACK = {127, 0, 0, 1};

    private volatile ServerSocket listening;
    private volatile boolean closed;
    private final Function<WireRequest, Delivery> handler;
    private final Set<Socket> open = ConcurrentHashMap.newKeySet();
    private final ExecutorService workers = Executors.newCachedThreadPool(work -> {
        Thread thread = new Thread(work, "wechat-simulator");
        thread.setDaemon(true);
        return thread;
    });

    WireServer(int port, Function<WireRequest, Delivery> handler) {
        this.handler = handler;
        try {
            listening = bound(port, BACKLOG);
        } catch (IOException failed) {
            throw new UncheckedIOException("微信模拟器无法监听 127.0.0.1:" + port + "，端口可能已被占用。", failed);
        }
    }

    int port() {
        return listening.getLocalPort();
    }

    void start() {
        ServerSocket own = listening;
        workers.execute(() -> accept(own));
    }

    private static ServerSocket bound(int port, int backlog) throws IOException {
        ServerSocket socket = new ServerSocket();
        socket.setReuseAddress(true);
        socket.bind(new InetSocketAddress(InetAddress.getByAddress(LOOPBACK), port), backlog);
        return socket;
    }

    /** The port is free only when the thread that accepted on it has noticed. */
    private static ServerSocket boundAgain(int port, int backlog) throws IOException {
        for (int tries = 1; ; tries++) {
            try {
                return bound(port, backlog);
            } catch (BindException notYet) {
                if (tries == REBINDS) {
                    throw notYet;
                }
                LockSupport.parkNanos(TimeUnit.MILLISECONDS.toNanos(FULL_AFTER_MS));
            }
        }
    }

    /** For so many seconds connecting gets no answer at all; connections that are open stay. */
    synchronized void stopAccepting(int seconds) {
        int port = port();
        closeQuietly(listening);
        List<Socket> queue = new ArrayList<>();
        try {
            ServerSocket deaf = boundAgain(port, 1);
            listening = deaf;
            for (boolean taken = true; taken; ) {
                Socket filler = new Socket();
                queue.add(filler);
                taken = connects(filler, port);
            }
            workers.execute(() -> listenAgain(deaf, queue, port, seconds));
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }

    /** Whether the queue of connections not yet accepted still took this one. */
    private static boolean connects(Socket filler, int port) throws IOException {
        try {
            filler.connect(new InetSocketAddress(InetAddress.getByAddress(LOOPBACK), port), FULL_AFTER_MS);
            return true;
        } catch (SocketTimeoutException full) {
            return false;
        }
    }

    private void listenAgain(ServerSocket deaf, List<Socket> queue, int port, int seconds) {
        long until = System.nanoTime() + TimeUnit.SECONDS.toNanos(seconds);
        while (!closed && System.nanoTime() < until) {
            LockSupport.parkNanos(TimeUnit.MILLISECONDS.toNanos(FULL_AFTER_MS));
        }
        closeQuietly(deaf);
        queue.forEach(WireServer::closeQuietly);
        if (!closed) {
            try {
                listening = boundAgain(port, BACKLOG);
                start();
            } catch (IOException failed) {
                LOG.error("The WeChat simulator cannot listen again", failed);
            }
        }
    }

    private void accept(ServerSocket own) {
        while (!own.isClosed()) {
            try {
                Socket socket = own.accept();
                open.add(socket);
                workers.execute(() -> serve(socket));
            } catch (IOException stopped) {
                if (!own.isClosed()) {
                    LOG.warn("The WeChat simulator could not accept a connection", stopped);
                }
            }
        }
    }

    private void serve(Socket socket) {
        try (socket) {
            socket.setTcpNoDelay(true);
            WireCodec codec = new WireCodec(new BufferedInputStream(socket.getInputStream()), socket.getOutputStream());
            WireRequest request = codec.read();
            while (request != null && deliver(answer(request), request, codec, socket)) {
                request = codec.read();
            }
        } catch (IOException gone) {
            LOG.debug("A client of the WeChat simulator went away", gone);
        } finally {
            open.remove(socket);
        }
    }

    private Delivery answer(WireRequest request) {
        try {
            return handler.apply(request);
        } catch (RuntimeException defect) {
            LOG.error("The WeChat simulator failed on {} {}", request.method(), request.path(), defect);
            return new Delivery.Whole(Reply.text(500, "text/plain; charset=utf-8", "模拟器内部出错：" + defect));
        }
    }

    /** Returns whether the connection stays. */
    private static boolean deliver(Delivery delivery, WireRequest request, WireCodec codec, Socket socket)
            throws IOException {
        if (delivery instanceof Delivery.Whole whole) {
            codec.write(whole.reply(), request.keepAlive());
            return request.keepAlive();
        }
        if (delivery instanceof Delivery.Truncated cut) {
            codec.write(cut.reply(), cut.bytes(), false);
        }
        if (delivery instanceof Delivery.Drip slow) {
            codec.drip(slow.reply(), slow.bytesPerSecond());
        }
        if (delivery instanceof Delivery.Reset) {
            socket.setSoLinger(true, 0);
        }
        return false;
    }

    @Override
    public void close() {
        closed = true;
        closeQuietly(listening);
        open.forEach(WireServer::closeQuietly);
        workers.shutdown();
    }

    private static void closeQuietly(AutoCloseable socket) {
        try {
            socket.close();
        } catch (Exception failed) {
            LOG.debug("Closing a socket of the WeChat simulator failed", failed);
        }
    }
}
