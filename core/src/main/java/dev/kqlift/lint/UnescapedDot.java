package dev.kqlift.lint;

import dev.kqlift.diagnostics.Severity;
import dev.kqlift.ir.Scalar;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** A pattern in which the dot of a domain, a file name or an address stands for any character. */
@RuleInfo(code = "KL607", name = "unescaped-dot", category = LintCategory.MEANING, severity = Severity.WARNING)
final class UnescapedDot implements LintRule, OnStringMatch {
    private static final Pattern NAME = Pattern.compile(
            "(?<![A-Za-z0-9-])[A-Za-z0-9-]{2,}\\.(com|net|org|info|biz|top|xyz|site|online|onion|exe|dll|ps1"
                    + "|bat|cmd|vbs|php|aspx?|jsp|zip)(?![A-Za-z0-9*+?{-])");
    private static final Pattern ADDRESS =
            Pattern.compile("(?<![0-9.{,])[0-9]{1,3}\\.[0-9]{1,3}\\.[0-9]{1,3}(?![0-9]*[*+?{,}])");

    @Override
    public void check(Scalar.StringMatch match, RuleContext context) {
        for (RegexPatterns.Pattern pattern : RegexPatterns.of(match)) {
            // What is escaped is no part of a name, and in a set a dot is a dot.
            String bare = pattern.text().replaceAll("\\\\.", " ").replaceAll("\\[[^\\]]*\\]", " ");
            Matcher name = NAME.matcher(bare);
            Matcher address = ADDRESS.matcher(bare);
            Optional<String> found = name.find()
                    ? Optional.of(name.group())
                    : address.find() ? Optional.of(address.group()) : Optional.empty();
            found.ifPresent(text -> context.report(
                            pattern.origin(),
                            "the dot of `" + text + "` stands for any character in a regular expression")
                    .help("write `\\.` in a string that begins with `@`"));
        }
    }
}
