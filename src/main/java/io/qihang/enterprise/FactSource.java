package io.qihang.enterprise;

/**
 * Where a fact comes from.
 *
 * @param ref the id of the import, certificate, filing or visit, or of the person who said it
 */
public record FactSource(Kind kind, String ref) {

    /** The kind of source. */
    public enum Kind {
        REGISTER_IMPORT("企业名录导入"),
        PERSON("企业填报"),
        OFFICER("工作人员记录"),
        CERTIFICATE("证书"),
        FILING("报表"),
        VISIT("走访");

        private final String label;

        Kind(String label) {
            this.label = label;
        }

        /** The Chinese word. */
        public String label() {
            return label;
        }
    }
}
