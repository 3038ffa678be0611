-- Several views on a fact of one cell: each is a row of the fact "factViews".
ALTER TABLE "cells" DROP CONSTRAINT "cells_fact_check";
ALTER TABLE "cells" ADD CONSTRAINT "cells_fact_check"
  CHECK ("kind" = 'assessment'
    OR "key" IN ('name', 'shortName', 'status', 'launchDate', 'space', 'bindingNature', 'threshold', 'stakeholders',
      'signatories', 'maintainer', 'link', 'summary', 'uniqueElements')
    OR "key" ~ '^(aliases|dates|counts|maintainers|links|symbols|languages|relations|additionalNorms|quotations|views|factViews):[a-z0-9]+(-[a-z0-9]+)*$');
