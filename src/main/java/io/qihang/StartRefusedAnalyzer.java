package io.qihang;

import java.util.stream.Collectors;
import org.springframework.boot.diagnostics.AbstractFailureAnalyzer;
import org.springframework.boot.diagnostics.FailureAnalysis;

/** Prints the reasons instead of a stack trace. */
class StartRefusedAnalyzer extends AbstractFailureAnalyzer<StartRefused> {

    @Override
    protected FailureAnalysis analyze(Throwable rootFailure, StartRefused cause) {
        String reasons = cause.reasons().stream().map(it -> "  · " + it).collect(Collectors.joining("\n"));
        return new FailureAnalysis(
                "企航拒绝启动，以下设置不对：\n" + reasons, "请在环境变量或配置文件中改正后再启动，全部设置见 deploy/qihang.env.example。", cause);
    }
}
