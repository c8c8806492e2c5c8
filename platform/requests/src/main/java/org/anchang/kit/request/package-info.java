/// What other people write to us: read strictly, each value in one form alone, and refused by its name otherwise.
package org.anchang.kit.request;
