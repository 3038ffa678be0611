-- Several views on one criterion: each is a row of the fact "views".
ALTER TABLE "cells" DROP CONSTRAINT "cells_fact_check";
ALTER TABLE "cells" ADD CONSTRAINT "cells_fact_check"
  CHECK ("kind" = 'assessment'
    OR "key" IN ('name', 'shortName', 'status', 'launchDate', 'space', 'bindingNature', 'threshold', 'stakeholders',
      'signatories', 'maintainer', 'link', 'summary', 'uniqueElements')
    OR "key" ~ '^(aliases|dates|counts|maintainers|links|symbols|languages|relations|additionalNorms|quotations|views):[a-z0-9]+(-[a-z0-9]+)*$');
