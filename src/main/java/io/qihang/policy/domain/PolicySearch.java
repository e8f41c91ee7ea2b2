package io.qihang.policy.domain;

import io.qihang.platform.Page;
import io.qihang.platform.PageRequest;
import io.qihang.platform.PlatformProblem;
import io.qihang.platform.Problem;
import io.qihang.platform.RegionCode;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;

/** Finds words of two characters or more in the titles and clauses of published policies. */
@Service
public class PolicySearch {

    private static final int MAX_LENGTH = 50;
    private static final int EXCERPT = 80;

    private final PolicyQueryMapper mapper;
    private final PolicyRegions regions;

    PolicySearch(PolicyQueryMapper mapper, PolicyRegions regions) {
        this.mapper = mapper;
        this.regions = regions;
    }

    /**
     * Where the words stand.
     *
     * @param ref the clause; empty for a hit in the title
     * @param excerpt the words around it
     */
    public record Hit(PolicyCard policy, String ref, String path, String heading, String excerpt) {}

    /** Searches what holds in a place; several words, parted by blanks, must stand in the same clause. */
    public Page<Hit> search(RegionCode place, String query, PageRequest page) {
        return search(regions.holdingIn(place), query, page);
    }

    Page<Hit> search(Collection<RegionCode> holding, String query, PageRequest page) {
        if (query.codePointCount(0, query.length()) > MAX_LENGTH) throw Problem.of(PolicyProblem.QUERY_TOO_LONG);
        List<String> words = SearchText.words(query);
        if (words.isEmpty()) throw Problem.of(PolicyProblem.QUERY_TOO_SHORT);
        Set<String> pairs = new TreeSet<>();
        words.forEach(it -> pairs.addAll(SearchText.pairs(it)));
        var rows = mapper.search(String.join(" ", pairs), words, holding, place(page.after()), page.fetch());
        return Page.of(rows, page.size(), PolicySearch::key).map(it -> hit(it, words.get(0)));
    }

    private static Hit hit(PolicyQueryMapper.HitRow row, String word) {
        String text = row.body();
        if (!SearchText.fold(text).contains(word)) text = row.heading();
        return new Hit(row.card(), row.ref(), row.path(), row.heading(), SearchText.excerpt(text, word, EXCERPT));
    }

    private static String key(PolicyQueryMapper.HitRow row) {
        return (row.seq() > 0) + "_" + row.card().publishedAt() + "_"
                + row.card().id() + "_" + row.seq();
    }

    private static PolicyQueryMapper.@Nullable HitPlace place(@Nullable String after) {
        if (after == null) return null;
        String[] fields = after.split("_", -1);
        if (fields.length != 4) throw Problem.of(PlatformProblem.PAGE_CURSOR);
        try {
            return new PolicyQueryMapper.HitPlace(
                    Boolean.parseBoolean(fields[0]),
                    Instant.parse(fields[1]),
                    UUID.fromString(fields[2]),
                    Integer.parseInt(fields[3]));
        } catch (DateTimeException | IllegalArgumentException e) {
            throw Problem.of(PlatformProblem.PAGE_CURSOR);
        }
    }
}
