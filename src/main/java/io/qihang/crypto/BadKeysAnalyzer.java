package io.qihang.crypto;

import org.springframework.boot.diagnostics.AbstractFailureAnalyzer;
import org.springframework.boot.diagnostics.FailureAnalysis;

/** Prints what is wrong with the keys instead of a stack trace. */
class BadKeysAnalyzer extends AbstractFailureAnalyzer<KeySettingException> {

    @Override
    protected FailureAnalysis analyze(Throwable rootFailure, KeySettingException cause) {
        return new FailureAnalysis(
                "企航拒绝启动，密钥不对：\n  · " + cause.getMessage(), "请改正密钥设置后再启动，密钥的保管和轮换见 deploy/RUNBOOK.md；数据没有变动。", cause);
    }
}
