package org.anchang.kit.name;

import io.quarkus.hibernate.validator.ValidatorFactoryCustomizer;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.validation.ConstraintValidator;
import jakarta.validation.ConstraintValidatorContext;
import jakarta.validation.constraints.NotBlank;
import org.hibernate.validator.BaseHibernateValidatorConfiguration;
import org.jspecify.annotations.Nullable;

/// INV-17: `@NotBlank` asks for something that one sees, in every service; as the standard has it, a name of zero-width
/// characters, of a filler or of blanks that do not break is not blank.
@ApplicationScoped
public class BlankIsWhatNobodySees implements ValidatorFactoryCustomizer {
    @Override
    public void customize(BaseHibernateValidatorConfiguration<?> configuration) {
        var mapping = configuration.createConstraintMapping();
        mapping.constraintDefinition(NotBlank.class)
                .includeExistingValidators(false)
                .validatedBy(SomethingSeen.class);
        configuration.addMapping(mapping);
    }

    /// Something is there, and one sees it.
    public static class SomethingSeen implements ConstraintValidator<NotBlank, CharSequence> {
        @Override
        public boolean isValid(@Nullable CharSequence text, ConstraintValidatorContext context) {
            return text != null && !Names.isUnseen(text.toString());
        }
    }
}
