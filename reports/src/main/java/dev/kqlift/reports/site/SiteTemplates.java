package dev.kqlift.reports.site;

import dev.kqlift.reports.site.view.Frame;
import dev.kqlift.reports.site.view.View;
import freemarker.cache.ClassTemplateLoader;
import freemarker.core.HTMLOutputFormat;
import freemarker.core.TemplateClassResolver;
import freemarker.ext.beans.MemberSelectorListMemberAccessPolicy.MemberSelector;
import freemarker.ext.beans.WhitelistMemberAccessPolicy;
import freemarker.template.Configuration;
import freemarker.template.DefaultObjectWrapper;
import freemarker.template.DefaultObjectWrapperBuilder;
import freemarker.template.TemplateException;
import freemarker.template.TemplateExceptionHandler;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.lang.reflect.RecordComponent;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TimeZone;

/**
 * Places views in templates. A template sees the components of the view records and nothing else; every text is escaped for
 * HTML. Safe for threads.
 */
final class SiteTemplates {
    private final Configuration configuration = configuration();

    /**
     * A page's text.
     *
     * @param template the template's name without its extension
     */
    String render(String template, Frame frame, View page) {
        Map<String, Object> model = new LinkedHashMap<>();
        model.put("frame", frame);
        model.put("page", page);
        StringWriter out = new StringWriter(32_768);
        try {
            configuration.getTemplate(template + ".ftl").process(model, out);
        } catch (TemplateException e) {
            throw new IllegalStateException("template " + template + " failed: " + e.getMessage(), e);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return out.toString();
    }

    private static Configuration configuration() {
        Configuration configuration = new Configuration(Configuration.VERSION_2_3_34);
        configuration.setTemplateLoader(new ClassTemplateLoader(SiteTemplates.class, ""));
        configuration.setTemplateUpdateDelayMilliseconds(Long.MAX_VALUE);
        configuration.setTagSyntax(Configuration.SQUARE_BRACKET_TAG_SYNTAX);
        configuration.setInterpolationSyntax(Configuration.SQUARE_BRACKET_INTERPOLATION_SYNTAX);
        configuration.setOutputFormat(HTMLOutputFormat.INSTANCE);
        configuration.setRecognizeStandardFileExtensions(false);
        configuration.setTemplateExceptionHandler(TemplateExceptionHandler.RETHROW_HANDLER);
        configuration.setLogTemplateExceptions(false);
        configuration.setWrapUncheckedExceptions(true);
        configuration.setFallbackOnNullLoopVariable(false);
        configuration.setNewBuiltinClassResolver(TemplateClassResolver.ALLOWS_NOTHING_RESOLVER);
        configuration.setAPIBuiltinEnabled(false);
        configuration.setObjectWrapper(wrapper());
        configuration.setNumberFormat("c");
        configuration.setBooleanFormat("c");
        configuration.setLocale(Locale.ROOT);
        configuration.setTimeZone(TimeZone.getTimeZone("UTC"));
        configuration.setLocalizedLookup(false);
        configuration.setDefaultEncoding("UTF-8");
        return configuration;
    }

    private static DefaultObjectWrapper wrapper() {
        DefaultObjectWrapperBuilder builder = new DefaultObjectWrapperBuilder(Configuration.VERSION_2_3_34);
        builder.setMemberAccessPolicy(new WhitelistMemberAccessPolicy(components()));
        builder.setExposeFields(false);
        return builder.build();
    }

    /** The accessors of the components of all view records. */
    private static List<MemberSelector> components() {
        List<String> selectors = new ArrayList<>();
        for (Class<?> view : View.class.getPermittedSubclasses()) {
            for (RecordComponent component : view.getRecordComponents()) {
                selectors.add(view.getName() + "." + component.getName() + "()");
            }
        }
        try {
            return MemberSelector.parse(selectors, false, SiteTemplates.class.getClassLoader());
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException(e);
        }
    }
}
