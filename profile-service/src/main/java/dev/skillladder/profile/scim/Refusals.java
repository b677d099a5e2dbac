package dev.skillladder.profile.scim;

import de.captaingoldfish.scim.sdk.common.constants.ScimType;
import de.captaingoldfish.scim.sdk.common.exceptions.BadRequestException;
import de.captaingoldfish.scim.sdk.common.exceptions.ConflictException;
import de.captaingoldfish.scim.sdk.common.exceptions.PreconditionFailedException;
import de.captaingoldfish.scim.sdk.common.exceptions.ScimException;
import dev.skillladder.profile.problem.Failure;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.springframework.dao.DuplicateKeyException;

/** The product's refusals in the words of SCIM. */
final class Refusals {

    private Refusals() {}

    static <T> T translate(Supplier<T> change) {
        try {
            return change.get();
        } catch (DuplicateKeyException e) {
            throw new ConflictException(
                    "Another request took one of these values at the same moment. Send the request again.",
                    ScimType.RFC7644.UNIQUENESS);
        } catch (Failure failure) {
            throw translated(failure);
        }
    }

    private static ScimException translated(Failure failure) {
        String detail = failure.errors().isEmpty()
                ? failure.detail()
                : failure.errors().stream()
                        .map(error -> error.detail())
                        .distinct()
                        .collect(Collectors.joining(" "));
        return switch (failure.status().value()) {
            case 409 -> new ConflictException(detail, ScimType.RFC7644.UNIQUENESS);
            case 412, 428 -> new PreconditionFailedException(detail);
            default -> wrong(detail);
        };
    }

    /** A value that is no good here. */
    static BadRequestException wrong(String detail) {
        return new BadRequestException(detail, ScimType.RFC7644.INVALID_VALUE);
    }

    static BadRequestException wrongFilter(String detail) {
        return new BadRequestException(detail, ScimType.RFC7644.INVALID_FILTER);
    }
}
