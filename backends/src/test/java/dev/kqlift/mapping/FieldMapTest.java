package dev.kqlift.mapping;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Optional;
import org.junit.jupiter.api.Test;

class FieldMapTest {
    private final FieldMap ecs = FieldMap.of("ecs");
    private final FieldMap sigma = FieldMap.of("sigma");

    @Test
    void theVersionOfTheFieldsIsTold() {
        assertThat(ecs.version()).contains("ECS 9.5");
        assertThat(sigma.version()).isEmpty();
    }

    @Test
    void plainRenameCarriesTheTypeOfTheTarget() {
        MappedField field =
                ecs.table("SigninLogs").orElseThrow().field("IPAddress").orElseThrow();
        assertThat(field.field()).isEqualTo("source.ip");
        assertThat(field.type()).contains("ip");
        assertThat(field.fit()).isEqualTo(FieldFit.PLAIN);
    }

    @Test
    void pathsBelowDynamicColumnsAreFound() {
        assertThat(ecs.table("SigninLogs")
                        .orElseThrow()
                        .field("Status.errorCode")
                        .orElseThrow()
                        .field())
                .isEqualTo("azure.signinlogs.properties.status.error_code");
    }

    @Test
    void changedValuesAreNotPlain() {
        assertThat(ecs.table("DeviceProcessEvents")
                        .orElseThrow()
                        .field("ActionType")
                        .orElseThrow()
                        .fit())
                .isEqualTo(FieldFit.SLUG);
        assertThat(ecs.table("DeviceProcessEvents")
                        .orElseThrow()
                        .field("DeviceName")
                        .orElseThrow()
                        .fit())
                .isEqualTo(FieldFit.LOWER);
        assertThat(sigma.table("DeviceProcessEvents")
                        .orElseThrow()
                        .field("FileName")
                        .orElseThrow()
                        .fit())
                .isEqualTo(FieldFit.TAIL);
        assertThat(sigma.table("DeviceProcessEvents")
                        .orElseThrow()
                        .field("SHA256")
                        .orElseThrow()
                        .fit())
                .isEqualTo(FieldFit.VALUES);
    }

    @Test
    void logSourceComesWithTheTable() {
        assertThat(sigma.table("SigninLogs").orElseThrow().logSource())
                .isEqualTo(new LogSource(Optional.of("azure"), Optional.empty(), Optional.of("signinlogs")));
        assertThat(sigma.table("CommonSecurityLog").orElseThrow().logSource().isEmpty())
                .isTrue();
    }

    @Test
    void unknownTableAndColumnAreEmpty() {
        assertThat(ecs.table("NoSuchTable")).isEmpty();
        assertThat(ecs.table("SigninLogs").orElseThrow().field("NoSuchColumn")).isEmpty();
    }

    @Test
    void everyTableOfBothMapsIsWellFormed() {
        for (FieldMap map : new FieldMap[] {ecs, sigma}) {
            assertThat(map.tables()).isNotEmpty().doesNotHaveDuplicates().isSorted();
            for (String table : map.tables()) {
                TableFields fields = map.table(table).orElseThrow();
                assertThat(fields.table()).isEqualTo(table);
                assertThat(fields.fields()).allSatisfy(field -> {
                    assertThat(field.column()).isNotBlank();
                    assertThat(field.field()).isNotBlank();
                });
            }
        }
    }
}
