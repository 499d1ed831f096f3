/** The Sigma family: bound IR to detections of single events, plan to YAML. */
@NullMarked
package dev.kqlift.sigma;

import org.jspecify.annotations.NullMarked;
