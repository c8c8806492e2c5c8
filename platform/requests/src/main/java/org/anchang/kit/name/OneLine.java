package org.anchang.kit.name;

import jakarta.validation.Constraint;
import jakarta.validation.ConstraintValidator;
import jakarta.validation.ConstraintValidatorContext;
import jakarta.validation.Payload;
import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.jspecify.annotations.Nullable;

/// A name as people bear it: no line break, tab or other control character in it. Beside `@NotBlank`, which asks for
/// something that one sees.
@Documented
@Constraint(validatedBy = OneLine.Validator.class)
@Target({ElementType.FIELD, ElementType.PARAMETER, ElementType.TYPE_USE, ElementType.METHOD})
@Retention(RetentionPolicy.RUNTIME)
public @interface OneLine {
    String message() default "{org.anchang.kit.name.OneLine.message}";

    Class<?>[] groups() default {};

    Class<? extends Payload>[] payload() default {};

    /// Nothing is wrong with a name that is left out.
    class Validator implements ConstraintValidator<OneLine, CharSequence> {
        @Override
        public boolean isValid(@Nullable CharSequence name, ConstraintValidatorContext context) {
            return name == null || name.codePoints().noneMatch(Validator::breaksTheLine);
        }

        private static boolean breaksTheLine(int character) {
            return switch (Character.getType(character)) {
                case Character.CONTROL, Character.LINE_SEPARATOR, Character.PARAGRAPH_SEPARATOR -> true;
                default -> false;
            };
        }
    }
}
