/// What each service's `/q/openapi` says beyond what its signatures show.
package org.anchang.kit.openapi;
