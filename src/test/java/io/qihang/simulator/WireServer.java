package io.qihang.simulator;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
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
    private static final byte[] LOOPBACK = {127, 0, 0, 1};

    private final ServerSocket listening;
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
            listening = new ServerSocket();
            listening.setReuseAddress(true);
            listening.bind(new InetSocketAddress(InetAddress.getByAddress(LOOPBACK), port), BACKLOG);
        } catch (IOException failed) {
            throw new UncheckedIOException("微信模拟器无法监听 127.0.0.1:" + port + "，端口可能已被占用。", failed);
        }
    }

    int port() {
        return listening.getLocalPort();
    }

    void start() {
        workers.execute(this::accept);
    }

    private void accept() {
        while (!listening.isClosed()) {
            try {
                Socket socket = listening.accept();
                open.add(socket);
                workers.execute(() -> serve(socket));
            } catch (IOException stopped) {
                if (!listening.isClosed()) {
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
        if (delivery instanceof Delivery.Reset) {
            socket.setSoLinger(true, 0);
        }
        return false;
    }

    @Override
    public void close() {
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
