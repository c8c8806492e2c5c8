package org.anchang.kit.identification;

import jakarta.validation.Constraint;
import jakarta.validation.ConstraintValidator;
import jakarta.validation.ConstraintValidatorContext;
import jakarta.validation.Payload;
import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import java.time.LocalDate;
import org.anchang.kit.clock.OfficeClock;
import org.jspecify.annotations.Nullable;

/// A request that names somebody by a paper: the number must be one of its kind. Wherever an identity number is taken,
/// the record has this annotation and is a [Holder]; what is wrong is said of the member `idNumber`.
@Documented
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
@Constraint(validatedBy = Identified.Check.class)
public @interface Identified {
    String message() default "";

    Class<?>[] groups() default {};

    Class<? extends Payload>[] payload() default {};

    /// Somebody with a paper, as a request says it.
    interface Holder {
        @Nullable
        PaperType idType();

        @Nullable
        String idNumber();
    }

    /// That the members are there is said by annotations of their own.
    class Check implements ConstraintValidator<Identified, Holder> {
        @Override
        public boolean isValid(@Nullable Holder holder, ConstraintValidatorContext context) {
            if (holder == null || holder.idType() == null || holder.idNumber() == null) {
                return true;
            }
            var paper = new IdentityPaper(holder.idType(), holder.idNumber());
            var flaw = paper.flaw(LocalDate.now(OfficeClock.OFFICE_ZONE));
            flaw.ifPresent(wrong -> {
                var message = wrong == IdentityPaper.Flaw.FORM ? "FORM." + paper.type() : wrong.name();
                context.disableDefaultConstraintViolation();
                context.buildConstraintViolationWithTemplate("{anchang.paper." + message + "}")
                        .addPropertyNode("idNumber")
                        .addConstraintViolation();
            });
            return flaw.isEmpty();
        }
    }
}
