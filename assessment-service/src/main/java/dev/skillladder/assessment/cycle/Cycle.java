package dev.skillladder.assessment.cycle;

import dev.skillladder.contract.Text;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A review campaign.
 *
 * @param to its last day, included; the day after, it closes by itself
 * @param due who has not submitted by the end of this day is late
 * @param subteams whether members of the teams below the chosen ones take part too
 * @param roles roles of its framework whose holders take part, whatever their team
 * @param self whether participants are asked to review themselves
 * @param manager whether participants' managers are asked to review them
 * @param peers how many peers' reviews are wanted about each participant
 * @param remindDaysBefore how many days before the due day people are reminded
 * @param participants how many people take part or took part to the end
 * @param elsewhere how many chosen people do not, since they take part in another running cycle
 */
record Cycle(
        UUID id,
        Text name,
        String framework,
        int frameworkVersion,
        LocalDate from,
        LocalDate to,
        LocalDate due,
        List<UUID> teams,
        boolean subteams,
        List<String> roles,
        List<UUID> people,
        List<UUID> leftOut,
        boolean self,
        boolean manager,
        int peers,
        int remindDaysBefore,
        State state,
        long revision,
        int participants,
        int elsewhere,
        String openedBy,
        Instant createdAt,
        @Nullable Instant closedAt) {

    Cycle {
        teams = List.copyOf(teams);
        roles = List.copyOf(roles);
        people = List.copyOf(people);
        leftOut = List.copyOf(leftOut);
    }

    /** Whether reviews are answers to it. */
    enum State {
        /** Its first day lies ahead. */
        PLANNED,
        /** People are asked; their reviews are its answers. */
        OPEN,
        /** Reviews count outside it. */
        CLOSED
    }

    Cycle in(State newState, @Nullable Instant newClosedAt) {
        return new Cycle(
                id,
                name,
                framework,
                frameworkVersion,
                from,
                to,
                due,
                teams,
                subteams,
                roles,
                people,
                leftOut,
                self,
                manager,
                peers,
                remindDaysBefore,
                newState,
                revision,
                participants,
                elsewhere,
                openedBy,
                createdAt,
                newClosedAt);
    }

    Cycle until(LocalDate newTo, LocalDate newDue) {
        return new Cycle(
                id,
                name,
                framework,
                frameworkVersion,
                from,
                newTo,
                newDue,
                teams,
                subteams,
                roles,
                people,
                leftOut,
                self,
                manager,
                peers,
                remindDaysBefore,
                state,
                revision,
                participants,
                elsewhere,
                openedBy,
                createdAt,
                closedAt);
    }
}
