package io.qihang.crypto;

/** A key id is asked for that no ring holds, or that holds for another purpose. */
public class UnknownKeyException extends RuntimeException {

    UnknownKeyException(String keyId, String settings) {
        super("找不到编号为 " + keyId + " 的密钥：请把它补回配置 " + settings + "，旧数据还需要它才能读取。");
    }
}
