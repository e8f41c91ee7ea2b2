package io.qihang.crypto;

/** One key in memory. Stays within this package and prints its id only. */
final class Key {

    private final String id;
    private final Purpose purpose;
    private final String setting;
    private final byte[] material;

    Key(String id, Purpose purpose, String setting, byte[] material) {
        this.id = id;
        this.purpose = purpose;
        this.setting = setting;
        this.material = material;
    }

    String id() {
        return id;
    }

    Purpose purpose() {
        return purpose;
    }

    /** The setting it was read from. */
    String setting() {
        return setting;
    }

    /** The key itself, not a copy: to be handed to a cipher and nowhere else. */
    byte[] material() {
        return material;
    }

    @Override
    public String toString() {
        return "Key[" + id + "]";
    }
}
