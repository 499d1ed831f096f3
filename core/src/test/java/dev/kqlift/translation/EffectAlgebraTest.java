package dev.kqlift.translation;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

final class EffectAlgebraTest {
    @Test
    void widerAndNarrowerTogetherPromiseNothing() {
        assertThat(EffectAlgebra.combine(Fidelity.WIDER, Fidelity.NARROWER)).isEqualTo(Fidelity.UNSUPPORTED);
        assertThat(EffectAlgebra.combine(Fidelity.NARROWER, Fidelity.WIDER)).isEqualTo(Fidelity.UNSUPPORTED);
    }

    @Test
    void approximateValuesDoNotHideThatThereAreMoreRows() {
        assertThat(EffectAlgebra.combine(Fidelity.APPROXIMATE, Fidelity.WIDER)).isEqualTo(Fidelity.WIDER);
        assertThat(EffectAlgebra.combine(Fidelity.NARROWER, Fidelity.APPROXIMATE))
                .isEqualTo(Fidelity.NARROWER);
    }

    @Test
    void combinationIsASemilatticeWithExactBelowEverything() {
        for (Fidelity a : Fidelity.values()) {
            assertThat(EffectAlgebra.combine(a, a)).isEqualTo(a);
            assertThat(EffectAlgebra.combine(a, Fidelity.EXACT)).isEqualTo(a);
            assertThat(EffectAlgebra.combine(a, Fidelity.UNSUPPORTED)).isEqualTo(Fidelity.UNSUPPORTED);
            for (Fidelity b : Fidelity.values()) {
                assertThat(EffectAlgebra.combine(a, b)).isEqualTo(EffectAlgebra.combine(b, a));
                for (Fidelity c : Fidelity.values()) {
                    assertThat(EffectAlgebra.combine(EffectAlgebra.combine(a, b), c))
                            .isEqualTo(EffectAlgebra.combine(a, EffectAlgebra.combine(b, c)));
                }
            }
        }
    }

    @Test
    void turningTwiceIsTheSameAndTurningGoesThroughCombination() {
        for (Fidelity a : Fidelity.values()) {
            assertThat(EffectAlgebra.turned(EffectAlgebra.turned(a))).isEqualTo(a);
            for (Fidelity b : Fidelity.values()) {
                assertThat(EffectAlgebra.turned(EffectAlgebra.combine(a, b)))
                        .isEqualTo(EffectAlgebra.combine(EffectAlgebra.turned(a), EffectAlgebra.turned(b)));
            }
        }
    }
}
