package dev.kqlift.testing;

import dev.kqlift.document.DecodeOutcome;
import dev.kqlift.document.Decoder;
import dev.kqlift.document.ReadOutcome;
import dev.kqlift.document.RuleFiles;
import dev.kqlift.engine.AnalyzedRule;
import dev.kqlift.engine.RuleCompiler;
import dev.kqlift.engine.Workspace;
import java.nio.charset.StandardCharsets;

/** Rules through all steps before the backends. */
public final class Rules {
    private static final RuleCompiler COMPILER = new RuleCompiler(Workspace.builtIn());

    private Rules() {}

    /** The first rule of a file's text. */
    public static AnalyzedRule compile(String path, String text) {
        if (Decoder.decode(path, text.getBytes(StandardCharsets.UTF_8)) instanceof DecodeOutcome.Decoded decoded
                && RuleFiles.read(decoded.file()) instanceof ReadOutcome.Rules rules) {
            return COMPILER.compile(rules.documents().getFirst()).getFirst();
        }
        throw new IllegalArgumentException("no rule: " + path);
    }
}
