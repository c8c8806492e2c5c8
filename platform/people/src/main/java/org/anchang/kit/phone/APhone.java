package org.anchang.kit.phone;

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

/// A phone number that some numbering plan knows, however it is written: see [Phone].
@Documented
@Constraint(validatedBy = APhone.Validator.class)
@Target({ElementType.FIELD, ElementType.PARAMETER, ElementType.TYPE_USE, ElementType.METHOD})
@Retention(RetentionPolicy.RUNTIME)
public @interface APhone {
    String message() default "{org.anchang.kit.phone.APhone.message}";

    Class<?>[] groups() default {};

    Class<? extends Payload>[] payload() default {};

    /// Nothing is wrong with a number that is left out.
    class Validator implements ConstraintValidator<APhone, CharSequence> {
        @Override
        public boolean isValid(@Nullable CharSequence phone, ConstraintValidatorContext context) {
            return phone == null || Phone.in(phone.toString()).isPresent();
        }
    }
}
