package io.qihang.region;

import org.springframework.boot.diagnostics.AbstractFailureAnalyzer;
import org.springframework.boot.diagnostics.FailureAnalysis;

/** Prints the place of the bad row instead of a stack trace. */
class BadRegionPackAnalyzer extends AbstractFailureAnalyzer<BadRegionPack> {

    @Override
    protected FailureAnalysis analyze(Throwable rootFailure, BadRegionPack cause) {
        return new FailureAnalysis(
                "企航拒绝启动，区域包数据不对：\n  · " + cause.getMessage(), "请改正这一处后重新启动；在此之前数据库里的区域数据没有变动。", cause);
    }
}
