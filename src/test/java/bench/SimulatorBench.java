package bench;

import static org.assertj.core.api.Assertions.assertThat;

import io.qihang.simulator.SimulatorSettings;
import io.qihang.simulator.Template;
import io.qihang.simulator.WeChatSimulator;
import io.qihang.testing.Figures;
import java.io.BufferedInputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** How many sends a second the WeChat simulator takes from a client that does nothing but write and read bytes. */
class SimulatorBench {

    private static final String APP_ID = "wx0123456789abcdef";
    private static final String SECRET = "0123456789abcdef0123456789abcdef";
    private static final String TEMPLATE = "T1";
    private static final int CONNECTIONS = 8;
    private static final int SENDS = 60_000;
    private static final int WARM_UP = 20_000;
    private static final Pattern TOKEN = Pattern.compile("\"access_token\":\"([^\"]+)\"");

    @Test
    void simulator_sends() throws IOException, InterruptedException, ExecutionException {
        try (var simulator = WeChatSimulator.start(SimulatorSettings.of(APP_ID, SECRET))) {
            simulator.putTemplate(Template.oneTime(TEMPLATE, "办理进度", Map.of("thing1", "thing")));
            simulator.createUsers("o_load_", WARM_UP + SENDS, TEMPLATE, 1);
            String token = token(simulator);
            run(simulator, token, 0, WARM_UP);
            long began = System.nanoTime();
            run(simulator, token, WARM_UP, SENDS);
            Figures.put("simulator.sends_per_s", SENDS / ((System.nanoTime() - began) / 1e9));
            assertThat(simulator.messages()).hasSize(WARM_UP + SENDS);
        }
    }

    private static String token(WeChatSimulator simulator) throws IOException, InterruptedException {
        var query = "?grant_type=client_credential&appid=" + APP_ID + "&secret=" + SECRET;
        var answer = HttpClient.newHttpClient()
                .send(
                        HttpRequest.newBuilder(URI.create(simulator.baseUrl() + "/cgi-bin/token" + query))
                                .build(),
                        HttpResponse.BodyHandlers.ofString());
        Matcher matcher = TOKEN.matcher(answer.body());
        assertThat(matcher.find()).isTrue();
        return matcher.group(1);
    }

    private static void run(WeChatSimulator simulator, String token, int from, int count)
            throws InterruptedException, ExecutionException {
        ExecutorService senders = Executors.newFixedThreadPool(CONNECTIONS);
        try {
            List<Future<?>> running = new ArrayList<>();
            for (int i = 0; i < CONNECTIONS; i++) {
                int first = from + i;
                running.add(senders.submit(() -> {
                    sendEvery(simulator.port(), token, first, from + count);
                    return null;
                }));
            }
            for (Future<?> it : running) it.get();
        } finally {
            senders.shutdownNow();
        }
    }

    private static void sendEvery(int port, String token, int first, int end) throws IOException {
        try (Socket socket = new Socket(InetAddress.getLoopbackAddress(), port)) {
            socket.setTcpNoDelay(true);
            OutputStream out = socket.getOutputStream();
            InputStream in = new BufferedInputStream(socket.getInputStream());
            for (int user = first; user < end; user += CONNECTIONS) {
                byte[] body = """
                        {"touser":"o_load_%d","template_id":"T1","data":{"thing1":{"value":"诉求已办结"}},\
                        "miniprogram_state":"formal","lang":"zh_CN"}""".formatted(user + 1).getBytes(StandardCharsets.UTF_8);
                String head = "POST /cgi-bin/message/subscribe/send?access_token=" + token
                        + " HTTP/1.1\r\nHost: 127.0.0.1\r\nContent-Length: " + body.length + "\r\n\r\n";
                out.write(head.getBytes(StandardCharsets.ISO_8859_1));
                out.write(body);
                out.flush();
                assertThat(answer(in)).startsWith("{\"errcode\":0,");
            }
        }
    }

    private static String answer(InputStream in) throws IOException {
        int length = 0;
        for (String line = line(in); !line.isEmpty(); line = line(in)) {
            if (line.startsWith("Content-Length: ")) length = Integer.parseInt(line.substring(16));
        }
        return new String(in.readNBytes(length), StandardCharsets.UTF_8);
    }

    private static String line(InputStream in) throws IOException {
        StringBuilder line = new StringBuilder();
        for (int next = in.read(); next != '\n'; next = in.read()) {
            if (next < 0) throw new EOFException();
            if (next != '\r') line.append((char) next);
        }
        return line.toString();
    }
}
