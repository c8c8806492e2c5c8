package org.anchang.kit.problem;

import jakarta.annotation.Priority;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Alternative;
import jakarta.inject.Inject;
import java.util.Locale;
import org.hibernate.validator.spi.messageinterpolation.LocaleResolver;
import org.hibernate.validator.spi.messageinterpolation.LocaleResolverContext;

/// What is wrong with a member is said in the language of every other refusal. The framework's own resolver takes a
/// language only as it is listed: `zh`, but not `zh-CN`.
@Alternative
@Priority(1)
@ApplicationScoped
class FieldLanguage implements LocaleResolver {
    @Inject
    Words words;

    @Override
    public Locale resolve(LocaleResolverContext context) {
        return words.language();
    }
}
