package dev.kqlift.rendering;

import freemarker.core.TemplateClassResolver;
import freemarker.template.Configuration;
import freemarker.template.SimpleObjectWrapper;
import freemarker.template.Template;
import freemarker.template.TemplateException;
import freemarker.template.TemplateExceptionHandler;
import java.io.IOException;
import java.io.StringReader;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.util.Locale;
import java.util.TimeZone;

/**
 * Places finished text in a template. The only class that knows the template library. A template sees maps, lists and
 * strings, and no object of ours, so that it cannot call anything.
 */
public final class TemplateEngine {
    private final Template template;

    private TemplateEngine(Template template) {
        this.template = template;
    }

    /**
     * Reads a template.
     *
     * @param name its path, for messages
     * @throws IllegalArgumentException when it is not well-formed
     */
    public static TemplateEngine of(String name, String source) {
        try {
            return new TemplateEngine(new Template(name, new StringReader(source), configuration()));
        } catch (IOException e) {
            throw new IllegalArgumentException(name + " is not a template: " + e.getMessage(), e);
        }
    }

    /** The file's text. Line ends are as the template has them. */
    public String render(RuleView view) {
        StringWriter writer = new StringWriter();
        try {
            template.process(view.model(), writer);
        } catch (TemplateException e) {
            throw new IllegalStateException("template " + template.getName() + " failed: " + e.getMessage(), e);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return writer.toString();
    }

    private static Configuration configuration() {
        Configuration configuration = new Configuration(Configuration.VERSION_2_3_34);
        configuration.setTagSyntax(Configuration.SQUARE_BRACKET_TAG_SYNTAX);
        configuration.setInterpolationSyntax(Configuration.SQUARE_BRACKET_INTERPOLATION_SYNTAX);
        configuration.setTemplateExceptionHandler(TemplateExceptionHandler.RETHROW_HANDLER);
        configuration.setLogTemplateExceptions(false);
        configuration.setWrapUncheckedExceptions(true);
        configuration.setFallbackOnNullLoopVariable(false);
        configuration.setNewBuiltinClassResolver(TemplateClassResolver.ALLOWS_NOTHING_RESOLVER);
        configuration.setAPIBuiltinEnabled(false);
        configuration.setObjectWrapper(new SimpleObjectWrapper(Configuration.VERSION_2_3_34));
        configuration.setNumberFormat("c");
        configuration.setBooleanFormat("c");
        configuration.setLocale(Locale.ROOT);
        configuration.setTimeZone(TimeZone.getTimeZone("UTC"));
        configuration.setLocalizedLookup(false);
        configuration.setDefaultEncoding("UTF-8");
        return configuration;
    }
}
