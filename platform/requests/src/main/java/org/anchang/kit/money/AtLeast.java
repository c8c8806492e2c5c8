package org.anchang.kit.money;

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

/// An amount in a request that is not below another: `@AtLeast("0.00")` where a minus sign makes no sense,
/// `@AtLeast("0.01")` where nothing does not either.
@Documented
@Target({ElementType.FIELD, ElementType.PARAMETER, ElementType.TYPE_USE})
@Retention(RetentionPolicy.RUNTIME)
@Constraint(validatedBy = AtLeast.Check.class)
public @interface AtLeast {
    String value();

    String message() default "{anchang.money.AtLeast}";

    Class<?>[] groups() default {};

    Class<? extends Payload>[] payload() default {};

    /// That the member is there is said by an annotation of its own.
    class Check implements ConstraintValidator<AtLeast, Money> {
        private Money least = Money.ZERO;

        @Override
        public void initialize(AtLeast bound) {
            least = Money.of(bound.value());
        }

        @Override
        public boolean isValid(@Nullable Money amount, ConstraintValidatorContext context) {
            return amount == null || !least.isMoreThan(amount);
        }
    }
}
