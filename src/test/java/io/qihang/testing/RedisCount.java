package io.qihang.testing;

import io.lettuce.core.RedisClient;
import io.lettuce.core.event.command.CommandListener;
import io.lettuce.core.event.command.CommandStartedEvent;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Function;
import org.springframework.data.redis.connection.lettuce.LettuceConnectionFactory;
import org.springframework.web.context.request.RequestContextHolder;
import org.springframework.web.context.request.ServletRequestAttributes;

/** Counts the Redis commands one request sends besides those that hold the rate limits. */
public class RedisCount implements CommandListener {

    private static final String MARK = "X-Redis-Count";
    private static final String RATE_LIMITS = "qihang:rate:";

    private final Map<String, List<String>> commands = new ConcurrentHashMap<>();

    RedisCount() {}

    /** The commands of a request, in order. */
    public List<String> of(Api caller, Function<Api, Api.Reply> request) {
        String mark = UUID.randomUUID().toString();
        commands.put(mark, new CopyOnWriteArrayList<>());
        Api.Reply reply = request.apply(caller.with(MARK, mark));
        if (reply.status() >= 300) throw new AssertionError("counted a refused request: " + reply);
        return List.copyOf(Objects.requireNonNull(commands.remove(mark)));
    }

    /** Hears every connection that is opened from now on. */
    void listenTo(LettuceConnectionFactory factory) {
        if (factory.getRequiredNativeClient() instanceof RedisClient client) client.addListener(this);
    }

    /** Lettuce tells it on the thread that sends the command, which is the request's. */
    @Override
    public void commandStarted(CommandStartedEvent event) {
        if (!(RequestContextHolder.getRequestAttributes() instanceof ServletRequestAttributes request)) return;
        String mark = request.getRequest().getHeader(MARK);
        List<String> counted = mark == null ? null : commands.get(mark);
        if (counted == null) return;
        var command = event.getCommand();
        String sent = command.getType() + " "
                + (command.getArgs() == null ? "" : command.getArgs().toCommandString());
        if (!sent.contains(RATE_LIMITS)) counted.add(sent);
    }
}
