package io.qihang.policy.domain;

import io.qihang.region.PackFile;
import io.qihang.region.RegionPackPart;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/** {@code policies/*.md}: the documents a region starts with, one file each, see {@link PolicyFile}. */
@Component
@Order(50)
class PolicyPack implements RegionPackPart {

    private final PolicyImport imports;

    PolicyPack(PolicyImport imports) {
        this.imports = imports;
    }

    @Override
    public String file() {
        return "policies/*.md";
    }

    @Override
    public void importFrom(PackFile file) {
        try {
            imports.importFile(file.pack() + "/" + file.name(), file.region(), file.text());
        } catch (PolicyFile.Malformed malformed) {
            throw file.bad(malformed.line(), null, String.valueOf(malformed.getMessage()));
        }
    }
}
