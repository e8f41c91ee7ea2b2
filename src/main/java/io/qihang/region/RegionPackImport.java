package io.qihang.region;

import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.context.SmartLifecycle;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;
import org.springframework.util.AntPathMatcher;

/**
 * Brings changed files of the region packs in before the first request is answered. Either all packs come in or none.
 * Nodes that start together take turns; a node of an older release leaves a newer pack alone.
 */
@Component
class RegionPackImport implements SmartLifecycle {

    private static final Logger log = LoggerFactory.getLogger(RegionPackImport.class);
    private static final String ROOT = "region-packs";
    private static final int BEFORE_THE_WEB_SERVER = 1000;

    private final List<RegionPackPart> parts;
    private final RegionPackImportMapper imports;
    private final TransactionTemplate transaction;
    private final Clock clock;
    private final AntPathMatcher names = new AntPathMatcher();
    private volatile boolean running;

    RegionPackImport(
            ObjectProvider<RegionPackPart> parts,
            RegionPackImportMapper imports,
            TransactionTemplate transaction,
            Clock clock) {
        this.parts = parts.orderedStream().toList();
        this.imports = imports;
        this.transaction = transaction;
        this.clock = clock;
    }

    @Override
    public void start() {
        importAll(ROOT);
        running = true;
    }

    /** Imports what changed under the folder; returns the files taken in, as {@code pack/file}. */
    List<String> importAll(String root) {
        List<PackFile> files = new RegionPacks(root).files();
        files.forEach(this::partOf);
        if (changed(files).isEmpty()) return List.of();
        return Objects.requireNonNull(transaction.execute(status -> {
            imports.waitLonger();
            imports.takeTurn();
            return importChanged(changed(files));
        }));
    }

    private List<String> importChanged(List<PackFile> changed) {
        List<String> packs = changed.stream().map(PackFile::pack).distinct().toList();
        for (String pack : packs) {
            for (RegionPackPart part : parts) {
                changed.stream()
                        .filter(it -> it.pack().equals(pack) && partOf(it) == part)
                        .forEach(it -> importOne(part, it));
            }
        }
        return changed.stream().map(it -> it.pack() + "/" + it.name()).toList();
    }

    private void importOne(RegionPackPart part, PackFile file) {
        part.importFrom(file);
        imports.record(file.pack(), file.name(), file.region(), file.version(), file.hash(), clock.instant());
        log.info("region pack {} version {}: {} imported", file.pack(), file.version(), file.name());
    }

    /** Files whose content is not the imported one, unless a newer version of their pack was imported already. */
    private List<PackFile> changed(List<PackFile> files) {
        Map<String, RegionPackImportMapper.Imported> known =
                imports.all().stream().collect(Collectors.toMap(it -> it.pack() + "/" + it.file(), it -> it));
        return files.stream()
                .filter(file -> {
                    var before = known.get(file.pack() + "/" + file.name());
                    if (before == null) return true;
                    return !before.hash().equals(file.hash()) && before.version() <= file.version();
                })
                .toList();
    }

    private RegionPackPart partOf(PackFile file) {
        return parts.stream()
                .filter(it -> names.match(it.file(), file.name()))
                .findFirst()
                .orElseThrow(() -> new BadRegionPack(
                        "区域包 " + file.pack() + " 的文件 " + file.name() + "：系统不认识这个文件，请检查文件名，或把它移出区域包。"));
    }

    @Override
    public void stop() {
        running = false;
    }

    @Override
    public boolean isRunning() {
        return running;
    }

    @Override
    public int getPhase() {
        return BEFORE_THE_WEB_SERVER;
    }
}
