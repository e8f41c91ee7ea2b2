package bench;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import org.apache.http.client.methods.HttpPost;
import org.apache.http.entity.ContentType;
import org.apache.http.entity.StringEntity;
import org.apache.http.impl.client.CloseableHttpClient;
import org.apache.http.impl.client.HttpClients;
import org.apache.http.util.EntityUtils;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The HTTP client the application uses, sending subscribe messages and keeping no record of anything. */
final class BareSender implements AutoCloseable {

    private static final JsonMapper JSON = new JsonMapper();

    private final CloseableHttpClient http;
    private final ExecutorService senders;
    private final int connections;
    private final String host;
    private final String token;

    BareSender(int connections, String host, String appId, String secret) throws IOException {
        this.connections = connections;
        this.host = host;
        senders = Executors.newFixedThreadPool(connections);
        http = HttpClients.custom()
                .setMaxConnPerRoute(connections)
                .setMaxConnTotal(connections)
                .disableAutomaticRetries()
                .disableCookieManagement()
                .build();
        token = post("/cgi-bin/stable_token", """
                        {"grant_type":"client_credential","appid":"%s","secret":"%s"}""".formatted(appId, secret))
                .path("access_token")
                .asString();
    }

    /** Sends a message to each of the users prefix-from and so on; returns how many seconds it took. */
    double send(String prefix, int from, int count, String templateId) throws InterruptedException, ExecutionException {
        String path = "/cgi-bin/message/subscribe/send?access_token=" + token;
        AtomicInteger next = new AtomicInteger(from);
        List<Future<?>> running = new ArrayList<>();
        long begun = System.nanoTime();
        for (int i = 0; i < connections; i++) {
            running.add(senders.submit(() -> {
                for (int user = next.getAndIncrement(); user < from + count; user = next.getAndIncrement()) {
                    JsonNode answer = post(path, """
                            {"touser":"%s","template_id":"%s","page":"pages/policy/show?id=1",\
                            "miniprogram_state":"formal","lang":"zh_CN","data":{"thing1":{"value":"关于开展申报的通知"},\
                            "date2":{"value":"2026年11月30日"},"thing3":{"value":"请点开查看"}}}""".formatted(prefix + user, templateId));
                    if (answer.path("errcode").asInt(-1) != 0) throw new IllegalStateException(answer.toString());
                }
                return null;
            }));
        }
        for (Future<?> it : running) it.get();
        return (System.nanoTime() - begun) / 1e9;
    }

    private JsonNode post(String path, String body) throws IOException {
        var request = new HttpPost(host + path);
        request.setEntity(new StringEntity(body, ContentType.APPLICATION_JSON.withCharset(StandardCharsets.UTF_8)));
        try (var answer = http.execute(request)) {
            return JSON.readTree(EntityUtils.toString(answer.getEntity(), StandardCharsets.UTF_8));
        }
    }

    @Override
    public void close() throws IOException {
        senders.shutdownNow();
        http.close();
    }
}
